import { Link } from '@tanstack/react-router';

export const BackToPlans = () => (
  <Link to="/ke-hoach" className="back">
    ← Kế hoạch
  </Link>
);
